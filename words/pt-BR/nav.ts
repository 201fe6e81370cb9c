/** The names of the sections stand side by side in 360 px: about 11 letters each. */
export const nav = {
  sections: 'Seções',
  overview: 'Visão geral',
  keys: 'Apps e chaves',
  activity: 'Atividade',
  session: 'Sessão',
  settings: 'Ajustes',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: ', requer atenção',
  back: 'Voltar ao login',
}
