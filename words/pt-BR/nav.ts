import { plural } from '../plural.ts'

/** The names of the sections stand side by side in 360 px: about 11 letters each. */
export const nav = {
  sections: 'Seções',
  overview: 'Visão geral',
  keys: 'Chaves',
  activity: 'Atividade',
  session: 'Sessão',
  settings: 'Ajustes',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: ', requer atenção',
  inConsole: 'O console mostra os apps e as chaves desta organização.',
  openConsole: 'Abrir o console',
  kept: (readings: number) =>
    plural('pt-BR', readings, {
      one: `${readings} leitura está guardada aqui.`,
      other: `${readings} leituras estão guardadas aqui.`,
    }),
  back: 'Voltar ao login',
}
