@echo off
rem RatoNet's launcher for Windows: finds a JDK, builds what is missing or stale, and runs one of the programs.
rem It is the twin of ./ratonet, which also checks the pages and looks for what Linux must have installed.
setlocal EnableExtensions DisableDelayedExpansion

set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "NOTES=%ROOT%\target\launcher"
set "WORD=%~1"
set ARGUMENTS=%*

if "%WORD%"=="" (
    call :help 1>&2
    exit /b 2
)
for %%w in (relay station demo test format bench) do if "%WORD%"=="%%w" goto %%w
for %%w in (-h --help help) do if "%WORD%"=="%%w" goto help
if "%WORD%"=="--version" goto version
>&2 echo ratonet: there is no word "%WORD%".
>&2 echo ratonet: Words: relay, station, demo, test, format, bench. "ratonet --help" explains them.
exit /b 2

:relay
set REST=%ARGUMENTS:*relay=%
set "MODULE=relay-server"
goto run

:station
set REST=%ARGUMENTS:*station=%
set "MODULE=desktop-station"
goto run

:demo
:bench
set REST=%ARGUMENTS%
set "MODULE=lab"
goto run

:run
call :find_jdk
if not defined JDK exit /b 2
call :build
if errorlevel 1 exit /b 1
"%JDK%\bin\java.exe" "@%ROOT%\%MODULE%\jvm.options" "-Dratonet.root=%ROOT%" %RATONET_JAVA_OPTS% -jar "%ROOT%\%MODULE%\target\%MODULE%.jar" %REST%
exit /b %ERRORLEVEL%

:test
set REST=%ARGUMENTS:*test=%
call :find_jdk
if not defined JDK exit /b 2
cd /d "%ROOT%"
call mvnw.cmd -B -T 1C verify %REST%
if errorlevel 1 (
    >&2 echo ratonet: FAILED: the Maven build.
    exit /b 1
)
>&2 echo ratonet: PASSED. The pages are checked on Linux only.
exit /b 0

:format
set REST=%ARGUMENTS:*format=%
call :find_jdk
if not defined JDK exit /b 2
cd /d "%ROOT%"
call mvnw.cmd -B -q spotless:apply %REST%
exit /b %ERRORLEVEL%

:version
for /f "tokens=3 delims=<>" %%v in ('findstr /r /c:"^  <version>" "%ROOT%\pom.xml"') do echo RatoNet %%v
exit /b 0

:help
echo RatoNet keeps an outdoor live stream alive.
echo:
echo usage: ratonet WORD [ARGUMENTS]
echo:
echo   relay               the relay server
echo   relay --print-config
echo                       every setting, its value and where it came from
echo   relay backup FILE   a copy of the database, taken while the relay runs
echo   relay srtla         the receiver of bonded streams alone, in front of any SRT server
echo   station             the field program, on the streamer's laptop
echo   station --headless  the same; the window comes later, so every start is headless
echo   station bond        bonds another encoder's SRT stream over all links
echo   station WORD        asks the station that runs: status, live, stop, bitrate, kick, link, mute, events
echo   station check       everything that speaks against going live, and what to do
echo   station sources     cameras, microphones, screens and encoders that work here
echo   station network     fix or undo: the routes that several modems need
echo   station setup       asks for the settings, tries them, and writes .env
echo   demo                the whole chain on this machine, with a simulated camera, modems and GPS
echo   test                the whole test suite; arguments go to Maven
echo   format              formats the Java sources
echo   bench NAME          one benchmark; without a name, lists them
echo   --help, --version   this text; the version
echo:
echo What follows the word goes to the program: "ratonet relay --help" lists the relay's options.
echo A program that is missing or older than its sources is built first.
echo:
echo   JAVA_HOME           the JDK to use if it is 25 or newer; otherwise one is looked for
echo   RATONET_JAVA_OPTS   more options for the program's JVM
exit /b 0

rem --- Java: JAVA_HOME, then java on the PATH, then where the usual installers put it.

:find_jdk
set "JDK="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try_jdk "%%~dpj.."
for %%p in ("Eclipse Adoptium" "Java" "Microsoft") do for /f "delims=" %%d in ('dir /b /ad "%ProgramFiles%\%%~p\jdk-*" 2^>nul') do call :try_jdk "%ProgramFiles%\%%~p\%%d"
set "JAVA_HOME=%JDK%"
if defined JDK exit /b 0
>&2 echo ratonet: RatoNet needs a JDK 25 or newer, and there is none in JAVA_HOME, on the PATH or in %ProgramFiles%.
>&2 echo ratonet: Get Temurin 25 from https://adoptium.net/temurin/releases/?version=25 or with: winget install EclipseAdoptium.Temurin.25.JDK
exit /b 0

:try_jdk
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR=0"
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~v"
for /f "delims=.-+" %%m in ("%MAJOR%") do set "MAJOR=%%m"
if %MAJOR% geq 25 set "JDK=%~f1"
exit /b 0

rem --- Building: everything, when a source file's name, size or time is not as at the last build.

:build
call :fingerprint
set "BUILT="
if exist "%NOTES%\built" set /p BUILT=<"%NOTES%\built"
if defined SOURCES if "%SOURCES%"=="%BUILT%" if exist "%ROOT%\%MODULE%\target\%MODULE%.jar" exit /b 0
>&2 echo ratonet: Building ...
if not exist "%NOTES%" mkdir "%NOTES%"
if exist "%NOTES%\built" del "%NOTES%\built"
pushd "%ROOT%"
call mvnw.cmd -B -Dorg.slf4j.simpleLogger.defaultLogLevel=warn package -DskipTests -Dtests.uncompiled=true -Dspotless.check.skip=true -Denforcer.skip=true -Djacoco.skip=true >"%NOTES%\build.log" 2>&1
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
    >&2 type "%NOTES%\build.log"
    >&2 echo ratonet: The build failed. End the programs that still run: Windows does not replace a file in use.
    exit /b 1
)
>"%NOTES%\built" echo %SOURCES%
exit /b 0

:fingerprint
set "SOURCES="
set "LIST=Get-ChildItem -Recurse -File -ErrorAction SilentlyContinue pom.xml, .mvn, shared, desktop-station, relay-server, overlays, pwa, lab | Where-Object { $_.FullName -notmatch '\\(target|src\\test)\\' } | ForEach-Object { $_.FullName, $_.Length, $_.LastWriteTimeUtc.Ticks -join ' ' }"
set "HASH=[BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($list -join '/')))"
pushd "%ROOT%"
for /f %%h in ('powershell -NoProfile -Command "$list = @(%LIST%); %HASH%"') do set "SOURCES=%%h"
popd
exit /b 0
