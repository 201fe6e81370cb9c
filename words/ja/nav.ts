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
  back: 'サインインに戻る',
}
