/** The fallback Electron's own first app: does what Electron's default app does for `electron [-r FILE] APP`. */
const { app, dialog } = require('electron')
const Module = require('node:module')
const { join, resolve } = require('node:path')

const preloads = []
let appFolder
const words = process.argv.slice(1)
while (words.length > 0 && appFolder === undefined) {
  const word = words.shift()
  if (word === '-r' || word === '--require') preloads.push(words.shift())
  else if (!word.startsWith('-')) appFolder = resolve(word)
}

function start() {
  if (appFolder === undefined) throw new Error('No app was named: electron [-r FILE] APP')
  process.defaultApp = true
  const { name, productName, version, desktopName } = require(join(appFolder, 'package.json'))
  app.setVersion(version)
  app.setName(productName ?? name)
  app.setDesktopName(desktopName ?? `${app.name}.desktop`)
  app.setAppPath(appFolder)
  app.setPath('userData', join(app.getPath('appData'), app.name))
  for (const file of preloads) require(resolve(file))
  Module._load(Module._resolveFilename(appFolder, null, true), Module, true)
}

try {
  start()
} catch (error) {
  dialog.showErrorBox = (title, text) => console.error(title, text)
  console.error(error)
  app.exit(1)
}
