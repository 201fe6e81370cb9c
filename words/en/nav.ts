/** The frame around every screen. The names of the sections stand side by side in 360 px: about 11 letters each. */
export const nav = {
  sections: 'Sections',
  overview: 'Overview',
  keys: 'Apps & keys',
  activity: 'Activity',
  session: 'Session',
  settings: 'Settings',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: ', needs attention',
  back: 'Back to sign-in',
}
