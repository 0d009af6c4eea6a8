/** What of WebAssembly is used here; TypeScript knows it only together with browsers, and the types of Node 20 leave it out. */
declare namespace WebAssembly {
  function validate(code: Uint8Array<ArrayBuffer>): boolean;
  class Module {
    constructor(code: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
