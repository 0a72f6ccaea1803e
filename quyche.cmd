@echo off
rem Quyche on Windows: finds a JDK 17; everything else is the program in launcher\, which the script quyche calls just so.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "FOUND="
if defined QUYCHE_JAVA_HOME (call :try "%QUYCHE_JAVA_HOME%" & goto found)
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%v in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft) do for /d %%j in ("%ProgramFiles%\%%~v\*17*") do call :try "%%~j"
:found
if not defined FOUND echo quyche: needs a JDK 17. Install one and set JAVA_HOME to its folder. 1>&2
if not defined FOUND exit /b 1
set "CLASSES=%HERE%\quyche.jar"
if not exist "%HERE%\karaf-assembly\pom.xml" goto start
set "CLASSES=%HERE%\target\launcher"
set "SOURCES=%HERE%\launcher\src\main\java\vn\quyche\launcher"
if exist "%CLASSES%\compiled" goto start
if not exist "%CLASSES%" mkdir "%CLASSES%"
"%FOUND%\bin\javac.exe" -proc:none -encoding UTF-8 -d "%CLASSES%" "%SOURCES%\*.java" "%SOURCES%\backup\*.java"
if errorlevel 1 exit /b 1
type nul > "%CLASSES%\compiled"
:start
"%FOUND%\bin\java.exe" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m "-Dquyche.here=%HERE%" -cp "%CLASSES%" vn.quyche.launcher.Quyche %*
exit /b %errorlevel%

:try
if defined FOUND exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "VERSION=%%~b"
if "%VERSION:~0,2%"=="17" set "FOUND=%~1"
exit /b
