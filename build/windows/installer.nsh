; What was kept of the app: asked about at the end of an uninstall, and kept when nobody can be asked (an update, /S).
!macro customUnInstall
  ${ifNot} ${isUpdated}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Remove the sign-ins, the history and the settings of Parallel Tray from this computer, too?$\n$\nA sign-in that was not signed out stays alive at Parallel until it ends by itself." /SD IDNO IDNO keepData
      SetShellVarContext current
      RMDir /r "$APPDATA\parallel-tray"
      RMDir /r "$APPDATA\Parallel Tray"
    keepData:
  ${endIf}
!macroend
