/**
 * One configuration for each bundle; `npm run build` makes all of them.
 * Everything is bundled: the packaged app carries no node_modules.
 * Targets are the oldest runtime that the tests run on (see README, "Limits"), not the newest that ships.
 */
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { root } from '../setup/paths.mjs'
import { notePackages } from './bundled-packages.mjs'
import { compressAssets } from './compressed.mjs'

const runtime = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** Functions and classes keep their names: a stack in a log must be readable without a source map. */
const readableStacks = { keepNames: { function: true, class: true } }

/** Only for a change of versions that electron-store makes itself, which this app doesn't let it (main/storage does). */
const noSemver = { find: /^semver$/, replacement: resolve(root, 'scripts/build/light/absent.cjs') }

const noAjv = {
  find: /^(ajv\/dist\/2020\.js|ajv-formats)$/,
  replacement: resolve(root, 'scripts/build/no-ajv.mjs'),
}

/**
 * electron-updater is made for every way to publish and brings much that this app never calls: other providers than a
 * folder on a server, downloads of parts only, the writing half of YAML. Without that it is less than half as large.
 */
const light = (file) => resolve(root, 'scripts/build/light', file)
const lightUpdater = [
  { find: /^fs-extra$/, replacement: light('fs-extra.cjs') },
  { find: /^js-yaml$/, replacement: resolve(root, 'node_modules/js-yaml/lib/loader.js') },
  { find: /^\.\/schema\/default$/, replacement: resolve(root, 'node_modules/js-yaml/lib/schema/core.js') },
  { find: /^lodash\.isequal$/, replacement: light('is-equal.cjs') },
  { find: /^debug$/, replacement: light('no-debug.cjs') },
  { find: /^semver$/, replacement: light('semver.cjs') },
  { find: /^sax$/, replacement: light('absent.cjs') },
  {
    find: /^\.\/(providers\/)?(Bitbucket|GitHub|GitLab|Keygen|PrivateGitHub)Provider$/,
    replacement: light('absent.cjs'),
  },
  { find: /^\.\/differentialDownloader\/\w+$/, replacement: light('absent.cjs') },
]

/**
 * @param {string} entry
 * @param {string} output a file of out/
 * @param {string} target
 * @param {{alias?: import('vite').Alias[], keptNames?: object, plugins?: import('vite').Plugin[]}} more `keptNames`: for the minifier
 * @returns {import('vite').UserConfig}
 */
function nodeBundle(entry, output, target, { alias = [], keptNames = readableStacks, plugins = [] } = {}) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    resolve: {
      conditions: ['node'],
      mainFields: ['module', 'main'],
      alias,
    },
    build: {
      outDir: resolve(root, output, '..'),
      emptyOutDir: false,
      target,
      // Made smaller by what is said below, which Vite can't say.
      minify: false,
      ssr: true,
      rollupOptions: {
        input: resolve(root, entry),
        external: runtime,
        output: {
          format: output.endsWith('.cjs') ? 'cjs' : 'es',
          entryFileNames: output.split('/').at(-1),
          codeSplitting: false,
          minify: { compress: keptNames, mangle: keptNames, codegen: { removeWhitespace: true } },
        },
      },
    },
    ssr: { noExternal: true },
  }
}

/** @type {import('vite').UserConfig} */
const renderer = {
  root: resolve(root, 'renderer'),
  configFile: false,
  logLevel: 'warn',
  base: './',
  publicDir: false,
  plugins: [notePackages('renderer'), compressAssets()],
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: false,
  },
}

/**
 * `entry` and `output` are files; `sources` are the folders that a change in makes the bundle stale.
 * @type {Record<string, {entry: string, output: string, sources: string[], config: import('vite').UserConfig}>}
 */
export const bundles = {
  main: {
    entry: 'main/index.ts',
    output: 'out/main/index.cjs',
    sources: ['main', 'preload/contract', 'words'],
    config: nodeBundle('main/index.ts', 'out/main/index.cjs', 'node20', {
      alias: [noAjv, noSemver],
      plugins: [notePackages('main')],
    }),
  },
  // By itself, as it is loaded minutes after the start, and only where updates are.
  updater: {
    entry: 'main/desktop/update-engine.ts',
    output: 'out/main/updater.cjs',
    sources: ['main/desktop'],
    config: nodeBundle('main/desktop/update-engine.ts', 'out/main/updater.cjs', 'node20', {
      alias: lightUpdater,
      plugins: [notePackages('updater')],
      // Its errors are told by their codes: nobody reads its stacks.
      keptNames: {},
    }),
  },
  preload: {
    entry: 'preload/index.ts',
    output: 'out/preload/index.cjs',
    sources: ['preload'],
    config: nodeBundle('preload/index.ts', 'out/preload/index.cjs', 'node20', {
      plugins: [notePackages('preload')],
    }),
  },
  renderer: {
    entry: 'renderer/index.html',
    output: 'out/renderer/index.html',
    sources: ['renderer', 'preload/contract', 'words'],
    config: renderer,
  },
  platform: {
    entry: 'e2e/platform/index.ts',
    output: 'out/platform/index.mjs',
    sources: ['e2e/platform', 'scripts/start/addresses.mjs'],
    config: nodeBundle('e2e/platform/index.ts', 'out/platform/index.mjs', 'node20'),
  },
}
