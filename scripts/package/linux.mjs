/** Configuration of the Linux packages that electron-builder.yml can't hold, as it would apply to all systems. */

/**
 * Added to electron-builder's configuration. deb and rpm install to `/opt/` and this name: without a space, because
 * Chromium can't start the window through its set-uid sandbox from a path with one. What people read is "Parallel Tray",
 * from package.json and from the desktop file.
 */
export const linuxConfig = process.platform === 'linux' ? { productName: 'parallel-tray' } : {}
