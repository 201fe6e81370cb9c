; What was kept of the app: asked about at an uninstall, and kept when nobody can be asked (an update, /S).
LangString removeKept 1033 "Remove the sign-ins, the history and the settings of Parallel Tray from this computer, too?$\r$\n$\r$\nA sign-in that was not signed out stays alive at Parallel until it ends by itself."
LangString removeKept 1031 "Auch die Anmeldungen, den Verlauf und die Einstellungen von Parallel Tray von diesem Computer entfernen?$\r$\n$\r$\nEine Anmeldung, die nicht abgemeldet wurde, besteht bei Parallel weiter, bis sie von selbst endet."
LangString removeKept 3082 "¿Quitar también de este equipo las sesiones, el historial y los ajustes de Parallel Tray?$\r$\n$\r$\nUna sesión que no se cerró sigue activa en Parallel hasta que termine por sí sola."
LangString removeKept 1036 "Supprimer aussi de cet ordinateur les connexions, l’historique et les réglages de Parallel Tray ?$\r$\n$\r$\nUne connexion qui n’a pas été fermée reste active chez Parallel jusqu’à ce qu’elle prenne fin d’elle-même."
LangString removeKept 1041 "Parallel Tray のサインイン、履歴、設定もこのコンピューターから削除しますか?$\r$\n$\r$\nサインアウトしていないサインインは、自動的に終了するまで Parallel 側で有効なままです。"
LangString removeKept 1046 "Remover deste computador também as sessões, o histórico e os ajustes do Parallel Tray?$\r$\n$\r$\nUma sessão que não foi encerrada continua ativa no Parallel até terminar por si só."
LangString removeKept 2052 "是否同时从这台电脑中删除 Parallel Tray 的登录、历史记录和设置?$\r$\n$\r$\n未退出的登录在 Parallel 一侧会继续有效,直到自行结束。"

; A running app is asked to quit, so that it finishes what is under way, and gets ten seconds. Only one that stays, for
; example because it asks about something that would be lost, is left to electron-builder's macro: that asks, and stops it.
!include "getProcessInfo.nsh"
Var pid

!macro customCheckAppRunning
  !insertmacro IS_POWERSHELL_AVAILABLE
  ${if} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    nsExec::Exec /TIMEOUT=10000 `"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --quit`
    Pop $R0
    ; The exit code: 0 when a running app accepted it.
    ${if} $R0 == 0
      ${for} $R1 1 20
        !insertmacro FIND_PROCESS "${APP_EXECUTABLE_FILENAME}" $R0
        ${ifThen} $R0 != 0 ${|} ${break} ${|}
        Sleep 500
      ${next}
    ${endif}
  ${endif}
  !insertmacro _CHECK_APP_RUNNING
!macroend

; For the person who installs it, without a question: nothing of it needs more rights than theirs.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    SetShellVarContext current
    ; What starts it, which is no longer there; the installer's copy of itself; an update that was downloaded.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
    ; What Electron writes for notifications: a key, and a link that replaces the installer's own.
    DeleteRegKey HKCU "Software\Classes\CLSID\{28DB6B12-0AED-4534-87F4-50A7C3E11ED3}"
    Delete "$SMPROGRAMS\Parallel Tray.lnk"
    RMDir /r "$LOCALAPPDATA\parallel-tray-updater"
    RMDir /r "$APPDATA\Parallel Tray\updates"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(removeKept)" /SD IDNO IDNO keepData
      RMDir /r "$APPDATA\Parallel Tray"
    keepData:
  ${endIf}
!macroend
