/** The names of the sections stand side by side in 360 px: at most six wide letters each. */
export const nav = {
  sections: 'セクション',
  overview: '概要',
  keys: 'アプリとキー',
  activity: '利用状況',
  session: 'セッション',
  settings: '設定',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: '、要確認',
  inConsole: 'この組織のアプリとキーはコンソールで確認できます。',
  openConsole: 'コンソールを開く',
  kept: (readings: number) => `${readings}件の残高記録がここに保存されています。`,
  back: 'サインインに戻る',
}
