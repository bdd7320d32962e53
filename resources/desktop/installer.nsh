; Registers Carrel on Windows as one more program that can open a kind of file. The builder's own registration would write
; the extension's default, so it is not used: here only OpenWithProgids, Applications and Capabilities are written, which
; Explorer offers under "Open with" and the settings under "Default apps". What opens a file today goes on doing so.

!define CARREL_PROGID "Carrel.Article.1"

!macro carrelEachExtension ACTION
  !insertmacro ${ACTION} ".txt"
  !insertmacro ${ACTION} ".text"
  !insertmacro ${ACTION} ".html"
  !insertmacro ${ACTION} ".htm"
  !insertmacro ${ACTION} ".xhtml"
  !insertmacro ${ACTION} ".md"
  !insertmacro ${ACTION} ".markdown"
  !insertmacro ${ACTION} ".epub"
  !insertmacro ${ACTION} ".pdf"
  !insertmacro ${ACTION} ".mhtml"
  !insertmacro ${ACTION} ".mht"
!macroend

!macro carrelOffer EXTENSION
  WriteRegNone SHELL_CONTEXT "Software\Classes\${EXTENSION}\OpenWithProgids" "${CARREL_PROGID}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" "${EXTENSION}" ""
  WriteRegStr SHELL_CONTEXT "Software\Carrel\Capabilities\FileAssociations" "${EXTENSION}" "${CARREL_PROGID}"
!macroend

; Only the value: the key is shared with every other program that offers itself.
!macro carrelWithdraw EXTENSION
  DeleteRegValue SHELL_CONTEXT "Software\Classes\${EXTENSION}\OpenWithProgids" "${CARREL_PROGID}"
!macroend

!macro carrelCommand KEY
  WriteRegStr SHELL_CONTEXT "${KEY}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "${KEY}\shell\open\command" "" '"$appExe" "%1"'
!macroend

; Explorer keeps what it knows of associations until it is told.
!macro carrelTellExplorer
  System::Call 'shell32::SHChangeNotify(i, i, i, i) v (0x08000000, 0, 0, 0)'
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CARREL_PROGID}" "" "Article"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CARREL_PROGID}" "FriendlyTypeName" "Article"
  !insertmacro carrelCommand "Software\Classes\${CARREL_PROGID}"

  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  !insertmacro carrelCommand "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"

  ; carrel: is nobody else's, so this one may be its handler.
  WriteRegStr SHELL_CONTEXT "Software\Classes\carrel" "" "URL:Carrel article"
  WriteRegStr SHELL_CONTEXT "Software\Classes\carrel" "URL Protocol" ""
  !insertmacro carrelCommand "Software\Classes\carrel"

  WriteRegStr SHELL_CONTEXT "Software\Carrel\Capabilities" "ApplicationName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Carrel\Capabilities" "ApplicationDescription" "A desktop reader with a local library of articles"
  WriteRegStr SHELL_CONTEXT "Software\Carrel\Capabilities\URLAssociations" "carrel" "carrel"
  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "${PRODUCT_NAME}" "Software\Carrel\Capabilities"

  !insertmacro carrelEachExtension carrelOffer
  !insertmacro carrelTellExplorer
!macroend

!macro customUnInstall
  !insertmacro carrelEachExtension carrelWithdraw
  DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "${PRODUCT_NAME}"
  DeleteRegKey SHELL_CONTEXT "Software\Carrel\Capabilities"
  DeleteRegKey /ifempty SHELL_CONTEXT "Software\Carrel"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${CARREL_PROGID}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\carrel"
  !insertmacro carrelTellExplorer
!macroend
