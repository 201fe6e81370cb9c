export const proxyStrip = {
  title: 'Le proxy demande un mot de passe',
  explained: 'D’ici là, rien n’arrive à Parallel.',
  refused: 'Il a refusé le dernier mot de passe.',
  act: 'Saisir le mot de passe',
}

export const proxy = {
  dialog: {
    title: 'Mot de passe du proxy',
    explained: (proxy: string) => `${proxy} ne laisse rien passer sans mot de passe.`,
    realm: (realm: string) => `Il se présente comme « ${realm} ».`,
    username: 'Nom d’utilisateur',
    password: 'Mot de passe',
    usernameMissing: 'Saisissez un nom d’utilisateur.',
    passwordMissing: 'Saisissez un mot de passe.',
    usernameColon: 'Un nom d’utilisateur de proxy ne peut pas contenir de deux-points.',
    tooLong: 'C’est trop long.',
    refused:
      'Le proxy a refusé ce nom d’utilisateur ou ce mot de passe. Plusieurs erreurs peuvent bloquer le compte.',
    keeping: {
      encrypted: 'Enregistré sur cet ordinateur, chiffré avec votre trousseau. Envoyé à ce proxy seulement.',
      memory:
        'Gardé en mémoire jusqu’à ce que vous quittiez, car le trousseau ne peut pas l’enregistrer. Envoyé à ce proxy seulement.',
    },
    act: 'Continuer',
    busy: 'Connexion en cours',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Connecté en tant que ${username}.`,
    memory: (username: string) => `Connecté en tant que ${username}, jusqu’à ce que vous quittiez.`,
    forget: 'Supprimer',
    busy: 'Suppression',
  },
  palette: {
    enter: 'Saisir le mot de passe du proxy…',
    forget: (proxy: string) => `Supprimer le mot de passe du proxy ${proxy}`,
  },
}
