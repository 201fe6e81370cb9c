/**
 * In place of ajv and ajv-formats in the bundle of main. electron-store loads them for its option `schema`, which this
 * app doesn't use (valibot checks what is read), and they would be a third of the bundle.
 */
export class Ajv2020 {
  constructor() {
    throw new Error('electron-store was given a schema; documents are checked by main/storage.')
  }
}

export default {}
