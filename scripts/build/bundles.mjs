/**
 * The Vite configuration of each bundle; `npm run build` builds all of them.
 * Everything is bundled: the packaged app carries no node_modules.
 * Targets are the oldest runtime that the tests run on (see README, "Limits"), not the newest that ships.
 */
import { builtinModules } from 'node:module'
import { relative, resolve } from 'node:path'
import { root } from '../setup/paths.mjs'
import { recordPackages } from './bundled-packages.mjs'

const runtime = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/**
 * @param {string} entry
 * @param {string} output a file of out/
 * @param {string} target
 * @param {import('vite').Plugin[]} plugins
 * @param {Record<string, string>} alias replacements of modules
 * @returns {import('vite').UserConfig}
 */
function nodeBundle(entry, output, target, plugins = [], alias = {}) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    resolve: {
      alias,
      conditions: ['node'],
      mainFields: ['module', 'main'],
    },
    build: {
      outDir: resolve(root, output, '..'),
      emptyOutDir: true,
      target,
      // Stack traces in logs must be readable without a source map.
      minify: false,
      ssr: true,
      rollupOptions: {
        input: resolve(root, entry),
        external: runtime,
        output: {
          format: output.endsWith('.cjs') ? 'cjs' : 'es',
          entryFileNames: output.split('/').at(-1),
          // By their paths: each language has files of the same names.
          chunkFileNames: ({ name, facadeModuleId }) =>
            `${facadeModuleId ? relative(root, facadeModuleId).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-') : name}.cjs`,
          // Licence notices are in licences.json.
          comments: false,
        },
      },
    },
    ssr: { noExternal: true },
  }
}

const unusedByStore = resolve(root, 'scripts/build/unused-by-store.mjs')
/** The imports of `conf`, the base of electron-store, for its options `schema` and `migrations`. */
const withoutSchemas = {
  'ajv/dist/2020.js': unusedByStore,
  'ajv-formats': unusedByStore,
  semver: unusedByStore,
}

/**
 * Groups the first screen's modules into few files, since the window requests each from main: `start` loads the state and
 * the texts, `render-app` renders the screen, and each language is one file. Ungrouped there would be about twenty.
 * @param {string} id
 * @param {{getModuleInfo(id: string): {importers: string[]} | null}} graph
 */
function firstScreenGroup(id, graph) {
  /** The module and its direct and indirect static importers. */
  const importers = new Set([id])
  for (const one of importers)
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) importers.add(importer)
  const paths = [...importers].map((one) => relative(root, one).replaceAll('\\', '/'))
  if (paths.includes('renderer/main.tsx')) return 'start'
  if (paths.includes('renderer/render-app.tsx')) return 'render-app'
  const languages = paths.flatMap((path) => /^words\/(.+)\/index\.ts$/.exec(path)?.[1] ?? [])
  return languages.length > 1 ? 'start' : (languages[0] ?? null)
}

/**
 * Preloads `render-app`, which is imported only after the state and the texts.
 * @type {import('vite').Plugin}
 */
const preloadFirstScreen = {
  name: 'preload-first-screen',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const chunk = Object.values(bundle).find(({ name }) => name === 'render-app')
      return [chunk.fileName, ...chunk.imports].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
      }))
    },
  },
}

/** @returns {import('vite').UserConfig} */
const renderer = () => ({
  root: resolve(root, 'renderer'),
  configFile: false,
  logLevel: 'warn',
  base: './',
  publicDir: false,
  plugins: [recordPackages('renderer'), preloadFirstScreen],
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: {
      preserveEntrySignatures: false,
      output: {
        codeSplitting: {
          groups: [{ name: firstScreenGroup, debugName: 'first screen' }],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
})

/**
 * `config` returns a new object each time, as Vite changes what it is given. `entry` and `output` are files; `sources` are the folders that a change in makes the bundle stale.
 * @type {Record<string, {entry: string, output: string, sources: string[], config: () => import('vite').UserConfig}>}
 */
export const bundles = {
  main: {
    entry: 'main/index.ts',
    output: 'out/main/index.cjs',
    sources: ['main', 'preload/contract', 'words'],
    config: () =>
      nodeBundle('main/index.ts', 'out/main/index.cjs', 'node20', [recordPackages('main')], withoutSchemas),
  },
  // A separate bundle, as it is loaded minutes after the start, and only in packages with updates.
  updater: {
    entry: 'main/updates/desktop/update-engine.ts',
    output: 'out/updater/index.cjs',
    sources: ['main/updates/desktop', 'build/updates.json'],
    config: () =>
      nodeBundle('main/updates/desktop/update-engine.ts', 'out/updater/index.cjs', 'node20', [
        recordPackages('updater'),
      ]),
  },
  preload: {
    entry: 'preload/index.ts',
    output: 'out/preload/index.cjs',
    sources: ['preload'],
    config: () =>
      nodeBundle('preload/index.ts', 'out/preload/index.cjs', 'node20', [recordPackages('preload')]),
  },
  renderer: {
    entry: 'renderer/index.html',
    output: 'out/renderer/index.html',
    sources: ['renderer', 'preload/contract', 'words'],
    config: renderer,
  },
  // Not shipped: the packages' manual page and completions are written with it.
  terminal: {
    entry: 'main/desktop/start/completion.ts',
    output: 'out/terminal/index.mjs',
    sources: ['main/desktop/start', 'words/terminal.ts'],
    config: () => nodeBundle('main/desktop/start/completion.ts', 'out/terminal/index.mjs', 'node20'),
  },
  platform: {
    entry: 'e2e/platform/index.ts',
    output: 'out/platform/index.mjs',
    sources: ['e2e/platform', 'scripts/start/addresses.mjs'],
    config: () => nodeBundle('e2e/platform/index.ts', 'out/platform/index.mjs', 'node20'),
  },
}
