import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'Voir le solde et les apps',
    explained: 'Toujours nécessaire.',
    short: 'voir le solde et les apps',
  },
  manage: {
    name: 'Gérer les apps et les clés',
    explained: 'Les créer et les supprimer.',
    short: 'gérer les apps et les clés',
  },
  'add-money': {
    name: 'Recharger le solde',
    explained: 'Débiter sa carte, 100 $US au plus à la fois.',
    short: 'recharger le solde',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'Enregistrée sur cet ordinateur, chiffrée',
    explained: 'La clé de chiffrement est dans le trousseau du système.',
  },
  plain: {
    name: 'Enregistrée sur ce disque, non chiffrée',
    explained: 'Toute personne qui peut lire vos fichiers peut utiliser cette connexion.',
  },
  memory: {
    name: 'Gardée en mémoire jusqu’à ce que vous quittiez',
    explained: 'Rien n’est enregistré. Vous vous reconnectez à chaque démarrage.',
  },
}

export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray, non officiel',
  cancel: 'Annuler',
  back: 'Retour',
  close: 'Fermer',
  dismiss: 'Masquer',
  tryNow: 'Réessayer',
  otherServer: 'Ce serveur n’est pas celui de Parallel :',
  otherServerLabel: 'Serveur',
  noticeLabel: 'Avis',
  howTokensAreKept: 'Conservation des jetons',
  keepingDialog: {
    title: 'Conservation des jetons',
    facts: [
      {
        name: 'Chiffrés',
        explained:
          'La clé de chiffrement est dans le trousseau de votre système. S’il n’y en a pas, la question vous est d’abord posée, et rien n’est enregistré sans votre accord.',
      },
      {
        name: 'Hors de vue',
        explained: 'Cette fenêtre ne reçoit jamais de jeton, et aucun n’est écrit dans le journal.',
      },
      {
        name: 'Pour Parallel seulement',
        explained: 'Ils sont envoyés aux serveurs qui les ont émis, et nulle part ailleurs.',
      },
      {
        name: 'Supprimés à la déconnexion',
        explained: 'Parallel Tray demande à Parallel de révoquer l’autorisation, et supprime le fichier.',
      },
    ],
    limit:
      'Les programmes qui s’exécutent sous votre compte sur cet ordinateur peuvent parfois lire eux aussi le trousseau.',
    folder: 'Fichiers de l’application',
    close: 'Fermer',
  },
  reference: 'Référence',
  permissions,
  keeping,
  list: (short: readonly string[]) => {
    const line = short.join(', ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  },
  mayDo: (short: readonly string[]) =>
    short.length === 0
      ? 'Ne peut pas voir le solde : reconnectez-vous et autorisez-le'
      : `Peut ${short.join(', ')}`,
}
