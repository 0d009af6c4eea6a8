/** Version of the program, as in package.json (a test compares them); standing here it costs no file access. */
export const VERSION = '0.1.0';
