/** Started by desktops.mjs in the system with the desktops, as root: runs the tests there. */
import { prepareCacheFolder } from '../setup/paths.mjs'
import { useOwnTemporaryFolder } from '../setup/user.mjs'
import { runPlaywright } from './run-playwright.mjs'

const run = JSON.parse(process.env.PARALLEL_TRAY_RUN)
delete process.env.PARALLEL_TRAY_RUN
prepareCacheFolder()
useOwnTemporaryFolder()
process.exitCode = (await runPlaywright(run)) ? 0 : 1
