/** opencc-js exports its dictionaries one by one but without types: entries `source replacement`, parted by `|`. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
