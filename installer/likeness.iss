; Inno Setup: the installer for Windows. `python3 -m installer.build` runs it where ISCC is at hand:
;   ISCC /DVersion=0.1.0 /DFolder=dist\likeness /DOut=dist installer\likeness.iss

[Setup]
AppId={{6E0B2C0B-5C0B-4C0E-9C55-2B0D6B7D9C11}
AppName=Likeness
AppVersion={#Version}
AppPublisher=Likeness
DefaultDirName={autopf}\Likeness
DefaultGroupName=Likeness
DisableProgramGroupPage=yes
; For this user alone where nobody may install for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir={#Out}
OutputBaseFilename=likeness-{#Version}-setup
UninstallDisplayIcon={app}\likeness.exe
LicenseFile=..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesEnvironment=yes

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: command; Description: "Make “likeness” a command in terminals"; Flags: unchecked

[InstallDelete]
; An older version's libraries are not to be found beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Likeness"; Filename: "{app}\likeness.exe"
Name: "{autodesktop}\Likeness"; Filename: "{app}\likeness.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: command; Check: NotOnPath

[Run]
Filename: "{app}\likeness.exe"; Description: "{cm:LaunchProgram,Likeness}"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath: Boolean;
var
  Path: String;
begin
  Result := True;
  if RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0;
end;
