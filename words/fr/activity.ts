import type { HistoryRange } from '../../preload/contract/index.ts'
import { agree } from './agree.ts'
import { at, ended } from './when.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: 'Jour', spent: 'Dépensé, 24 heures' },
  week: { name: 'Semaine', spent: 'Dépensé, 7 jours' },
  month: { name: 'Mois', spent: 'Dépensé, 30 jours' },
  year: { name: 'Année', spent: 'Dépensé, 12 mois' },
}

export const activity = {
  title: 'Activité',
  span: 'Période',
  ranges,
  view: 'Affichage',
  chart: 'Graphique',
  table: 'Tableau',

  now: 'maintenant',
  asOf: (when: string) => `relevé ${at(when)}`,
  held: (amount: string) => agree(amount, 'réservé'),
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `Disponible du ${from} au ${to} : les touches fléchées parcourent les relevés.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} ailleurs`,
  spendable: 'Disponible',
  notRead: 'Sans relevé',

  aDay: 'Dépensé par jour',
  aDayLately: 'Par jour, 7 derniers jours',
  lastsUntil: 'Épuisement prévu',
  about: (date: string) => `vers le ${date}`,
  twoMonths: 'dans plus de deux mois',
  pace: (basis: string) =>
    `D’après les dépenses sur ${basis}, sans compter les recharges ni les montants réservés.`,
  gaps: (unread: string) =>
    `Aucun relevé pendant ${unread} de cette période ; les dépenses faites entre-temps comptent aussi.`,

  byDay: 'Par jour',
  days: {
    day: 'Jour',
    spent: 'Dépensé',
    added: 'Ajouté',
    left: 'Reste',
    today: 'Aujourd’hui',
    soFar: 'en cours',
    from: (time: string) => `à partir de ${time}`,
    notRead: (duration: string) => `${duration} sans relevé`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'Exporter en CSV…',
  exportJson: 'Exporter en JSON…',
  exporting: 'Exportation',

  empty: {
    title: 'La courbe commence ici',
    nothing: 'Aucun solde relevé pour l’instant.',
    since: (age: string) => ended(`Premier relevé du solde : ${age}`),
    explained:
      'Laissez Parallel Tray ouvert : le graphique apparaît après quelques actualisations, la prévision après un jour.',
    inRange: 'Aucun relevé sur cette période',
    inRangeExplained: 'Choisissez une période plus longue pour voir les relevés antérieurs.',
  },
  invoice: 'Cette organisation paie sur facture : il n’y a pas de solde à représenter.',
  failed: 'Impossible de lire l’historique',
}
