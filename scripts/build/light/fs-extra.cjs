/**
 * What electron-updater uses of fs-extra, by Node's own means. The original brings graceful-fs, which changes `fs` for
 * the whole process.
 */
const { existsSync } = require('node:fs')
const fs = require('node:fs/promises')
const { dirname } = require('node:path')

async function outputFile(path, content) {
  await fs.mkdir(dirname(path), { recursive: true })
  await fs.writeFile(path, content)
}

const remove = (path) => fs.rm(path, { recursive: true, force: true })

async function emptyDir(folder) {
  await remove(folder)
  await fs.mkdir(folder, { recursive: true })
}

const { chmod, copyFile, mkdir, readFile, rename, stat, unlink } = fs
module.exports = {
  chmod,
  copyFile,
  emptyDir,
  mkdir,
  outputFile,
  outputJson: (path, value) => outputFile(path, JSON.stringify(value)),
  pathExists: async (path) => existsSync(path),
  pathExistsSync: existsSync,
  readFile,
  readJson: async (path) => JSON.parse(await readFile(path, 'utf8')),
  remove,
  rename,
  stat,
  unlink,
}
