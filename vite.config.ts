import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import type { UserConfig } from 'vite'

/**
 * One configuration for each bundle; `npm run build` makes all of them.
 * Everything is bundled: the packaged app carries no node_modules.
 * Targets are the oldest runtime that the tests run on (see README, "Limits"), not the newest that ships.
 */
const root = import.meta.dirname
const runtime = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

function nodeBundle(entry: string, outDir: string, format: 'cjs' | 'es', target: string): UserConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    build: {
      outDir: resolve(root, outDir),
      emptyOutDir: true,
      target,
      minify: false,
      ssr: true,
      rollupOptions: {
        input: resolve(root, entry),
        external: runtime,
        output: { format, entryFileNames: format === 'cjs' ? 'index.cjs' : 'index.mjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  }
}

export const bundles = {
  main: nodeBundle('main/index.ts', 'out/main', 'cjs', 'node16'),
  preload: nodeBundle('preload/index.ts', 'out/preload', 'cjs', 'node16'),
  platform: nodeBundle('e2e/platform/index.ts', 'out/platform', 'es', 'node20'),
  renderer: {
    root: resolve(root, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    publicDir: false,
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome108',
      assetsInlineLimit: 0,
      modulePreload: false,
    },
  } satisfies UserConfig,
} satisfies Record<string, UserConfig>
