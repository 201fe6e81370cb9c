/** The browser in which a person approves: Debian's Chromium, not the app. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { electronCommand } from './launch.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts a browser without a window. Close it when the test ends. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.PARALLEL_TRAY_BROWSER ?? places.find((place) => existsSync(place))
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
