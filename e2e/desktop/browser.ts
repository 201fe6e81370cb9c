/** Launches the system's Chromium or Chrome for the approval page: a browser, not the app. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { electronCommand } from './launch.ts'

const executablePaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Launches a headless browser. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.PARALLEL_TRAY_BROWSER ?? executablePaths.find((path) => existsSync(path))
  return chromium.launch({
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    chromiumSandbox: !electronCommand().args.includes('--no-sandbox'),
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })
}
