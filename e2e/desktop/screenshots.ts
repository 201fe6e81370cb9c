/** Where the tests tagged @screenshots put their pictures: `npm run screenshots` brings them to screenshots/. */
import { join } from 'node:path'

/** @param name without ending, like `overview-dark` */
export function screenshotPath(name: string): string {
  return join(process.env.PARALLEL_TRAY_SCREENSHOTS ?? 'screenshots', `${name}.png`)
}
