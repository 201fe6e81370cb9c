import type { Phrase } from '../phrase.ts'
import { at, ended, until as untilThen } from './when.ts'

export const topUp = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Fertig',
  tryAgain: 'Erneut versuchen',
  amount: 'Betrag',
  askedAt: 'Angefordert',
  asked: (when: string, age: string) => `${when}, ${age}`,
  reference: 'Referenz',
  billing: 'Abrechnung',
  openBilling: 'Abrechnung öffnen',

  choose: {
    title: <T>(organisation: T): Phrase<T> => [organisation, ' aufladen'],
    spendable: (amount: string) => `Jetzt verfügbar: ${amount}`,
    other: 'Oder ein anderer Betrag',
    between: (least: string, most: string) => `${least} bis ${most}`,
    worth: {
      lessThanADay: 'Reicht weniger als einen Tag.',
      moreThanTwoMonths: 'Reicht mehr als zwei Monate.',
      about: (days: string, one: boolean) => (one ? 'Reicht etwa einen Tag.' : `Reicht etwa ${days} Tage.`),
    },
    limit: (amount: string) => `Heute noch ${amount} bis zu Ihrer Grenze.`,
    next: 'Weiter',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Geben Sie einen Betrag von ${least} bis ${most} ein, zum Beispiel 25 oder 12,50.`,
      'too-little': (least: string) => `Mindestbetrag: ${least}.`,
      'too-much': (most: string) =>
        `Höchstbetrag: ${most} auf einmal. Mehr können Sie über die Abrechnung in der Konsole aufladen.`,
      'over-limit': (left: string) =>
        `Ihre Tagesgrenze lässt heute noch ${left} zu. Sie können sie in den Einstellungen ändern.`,
      'limit-reached': 'Ihre Tagesgrenze ist erreicht. Sie können sie in den Einstellungen ändern.',
    },
  },

  confirm: {
    title: (amount: string) => `${amount} jetzt abbuchen?`,
    explained: 'Das lässt sich hier nicht rückgängig machen.',
    organisation: 'Organisation',
    paidWith: 'Bezahlt mit',
    card: 'Standardkarte der Organisation',
    after: 'Danach verfügbar',
    about: (amount: string) => `etwa ${amount}`,
    charge: 'Abbuchung',
    act: (amount: string) => `${amount} abbuchen`,
    busy: 'Wird abgebucht',
  },

  charging: {
    title: (amount: string) => `Abbuchung von ${amount} läuft…`,
    explained: 'Sie können Parallel Tray ausblenden; das Ergebnis bleibt erhalten.',
  },

  unknown: {
    title: (amount: string) => `Abbuchung von ${amount} noch nicht bestätigt`,
    lost: 'Die Antwort von Parallel kam nicht an. Parallel Tray prüft mit derselben Referenz weiter: Ist die Abbuchung noch nicht erfolgt, wird sie nachgeholt; ',
    notTwice: 'eine doppelte Abbuchung ist ausgeschlossen.',
    nextTry: 'Nächste Prüfung',
    in: (wait: string) => `in ${wait}`,
    now: 'jetzt',
    byItself: (until: string) =>
      `Parallel Tray prüft ${untilThen(until)} weiter, auch wenn dieses Fenster geschlossen ist. Sobald die Abbuchung bestätigt ist, können Sie wieder aufladen.`,
    act: 'Erneut prüfen',
    asking: 'Wird geprüft',
  },

  later: {
    title: (amount: string) => `Abbuchung von ${amount} nicht bestätigt`,
    restarted: (amount: string) =>
      `Parallel Tray wurde beendet oder Sie haben sich abgemeldet, bevor die Antwort kam. Beim erneuten Anfordern wird dieselbe Anfrage gesendet: Wurde der Betrag von ${amount} bereits abgebucht, passiert nichts; wenn nicht, wird er jetzt abgebucht.`,
    stopped: (amount: string) =>
      `Es kam keine Antwort. Beim erneuten Anfordern wird dieselbe Anfrage gesendet: Wurde der Betrag von ${amount} bereits abgebucht, passiert nichts; wenn nicht, wird er jetzt abgebucht.`,
    act: (amount: string) => `${amount} erneut anfordern`,
    asking: 'Wird angefordert',
  },

  tooOld: {
    title: (amount: string) => `Abbuchung von ${amount} nicht bestätigt`,
    explained:
      'Für ein sicheres erneutes Anfordern ist es zu lange her. Die Abrechnung in der Konsole zeigt, ob abgebucht wurde.',
    putAway: 'Geprüft, ausblenden',
    puttingAway: 'Wird ausgeblendet',
  },

  added: {
    title: (amount: string) => `${amount} aufgeladen`,
    explained: (when: string) => ended(`Von der Standardkarte abgebucht, ${at(when)}`),
    now: 'Jetzt verfügbar',
    charged: 'Abgebucht',
    pace: (left: string) => `${left} beim Tempo der letzten 7 Tage.`,
  },

  declined: {
    title: 'Die Karte wurde abgelehnt',
    explained: 'Es wurde nichts abgebucht. Fragen Sie Ihre Bank oder prüfen Sie die Karte in der Abrechnung.',
    act: 'Abrechnung öffnen',
  },

  notCharged: {
    title: (amount: string) => `${amount} nicht abgebucht`,
    tried: 'Versucht',
    at: (amount: string, when: string) => `${amount} ${at(when)}`,
    says: 'Parallel meldet',
  },

  notAllowed: {
    title: 'Aufladen ist noch nicht erlaubt',
    explained: <T>(organisation: T): Phrase<T> => [
      'Diese Anmeldung bei ',
      organisation,
      ' darf noch kein Guthaben aufladen. Melden Sie sich im Browser erneut an, um es zu erlauben; alles andere bleibt unverändert.',
    ],
    notNow: 'Nicht jetzt',
    act: 'Erlauben…',
  },

  invoice: {
    title: 'Es gibt nichts aufzuladen',
  },

  signedOut: {
    title: 'Zum Aufladen erneut anmelden',
    explained: 'Ohne Anmeldung kann nichts abgebucht werden.',
  },
}
