/** The frame around every screen. The names of the sections stand side by side in 360 px: about 11 letters each. */
export const nav = {
  sections: 'Secciones',
  overview: 'Resumen',
  keys: 'Apps y claves',
  activity: 'Actividad',
  session: 'Sesión',
  settings: 'Ajustes',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: ', requiere atención',
  back: 'Volver al inicio de sesión',
}
