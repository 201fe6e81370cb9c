/** The frame around every screen. The names of the sections stand side by side in 360 px: about 5 characters each. */
export const nav = {
  sections: '页面',
  overview: '概览',
  keys: '应用和密钥',
  activity: '用量记录',
  session: '会话',
  settings: '设置',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: '，需要留意',
  back: '返回登录',
}
