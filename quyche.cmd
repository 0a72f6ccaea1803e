@echo off
rem Quyche on Windows: the same commands as the script quyche, which runs under Git Bash or WSL with all of them.
rem This twin runs, builds and tests by itself; the rest it hands to bash, if there is one.
setlocal enabledelayedexpansion
set HERE=%~dp0
set COMMAND=%1
if "%COMMAND%"=="" set COMMAND=help
if "%QUYCHE_DATA%"=="" (set DATA=%HERE%data) else (set DATA=%QUYCHE_DATA%)
set PORT=8181
set SCHOOL=demo
set REST=
:options
shift
if "%~1"=="" goto begin
if "%~1"=="--data"  (set DATA=%~2& shift & goto options)
if "%~1"=="--port"  (set PORT=%~2& shift & goto options)
if "%~1"=="--demo"  (set SCHOOL=demo& goto options)
if "%~1"=="--empty" (set SCHOOL=empty& goto options)
set REST=%REST% %1
goto options

:begin
if exist "%HERE%karaf-assembly\pom.xml" (set HOME_DIR=%HERE%karaf-assembly\target\assembly) else (set HOME_DIR=%HERE%..)
if "%COMMAND%"=="run"    goto run
if "%COMMAND%"=="build"  goto build
if "%COMMAND%"=="test"   goto test
if "%COMMAND%"=="shell"  goto shell
if "%COMMAND%"=="status" goto status
if "%COMMAND%"=="stop"   goto stop
where bash >nul 2>nul && (bash "%HERE%quyche" %COMMAND% --data "%DATA%" %REST% & exit /b !errorlevel!)
echo Usage: quyche run ^| build ^| test ^| shell ^| status ^| stop   [--data DIR] [--port N] [--demo ^| --empty]
echo For dev, backup, restore, format and new-domain install Git for Windows, which brings bash.
exit /b 2

:java
set JAVA=java
if not "%JAVA_HOME%"=="" set JAVA="%JAVA_HOME%\bin\java"
%JAVA% -version 2>&1 | findstr /c:"version \"17" >nul && exit /b 0
echo quyche: needs a JDK 17. Install one and set JAVA_HOME to its folder.
exit /b 1

:build
call :java || exit /b 1
where mvn >nul 2>nul || (echo quyche: needs Maven 3.8 or later on the PATH. & exit /b 1)
pushd "%HERE%" & call mvn -B -q install -DskipTests %REST% & set CODE=!errorlevel! & popd
exit /b %CODE%

:test
call :java || exit /b 1
pushd "%HERE%" & call mvn -B -fae verify %REST% & set CODE=!errorlevel! & popd
exit /b %CODE%

:settings
set BASE=%DATA%\karaf
set KARAF_BASE=%BASE%
set KARAF_DATA=%BASE%\data
set KARAF_ETC=%BASE%\etc
exit /b 0

:run
call :java || exit /b 1
if not exist "%HOME_DIR%\etc\system.properties" (call :build || exit /b 1)
netstat -an | findstr /c:"127.0.0.1:%PORT% " | findstr LISTENING >nul && (echo quyche: port %PORT% is busy: choose another with --port. & exit /b 1)
mkdir "%DATA%" 2>nul
copy nul "%DATA%\.writable" >nul 2>nul || (echo quyche: may not write in %DATA%: choose another with --data. & exit /b 1)
del "%DATA%\.writable"
call :settings
mkdir "%BASE%\etc" "%BASE%\deploy" "%BASE%\data\log" 2>nul
rem What describes the distribution is always the distribution's; the rest is copied once and then the school's.
for %%f in (config.properties startup.properties jre.properties system.properties distribution.info profile.cfg org.apache.karaf.features.cfg org.apache.karaf.features.xml all.policy java.util.logging.properties) do copy /y "%HOME_DIR%\etc\%%f" "%BASE%\etc\%%f" >nul
if "%SCHOOL%"=="demo" powershell -NoProfile -Command "$f='%BASE%\etc\org.apache.karaf.features.cfg'; (Get-Content $f) -replace 'quyche-full/([^, ]*)','quyche-full/$1, quyche-demo/$1' | Set-Content $f"
for %%f in ("%HOME_DIR%\etc\*") do if not exist "%BASE%\etc\%%~nxf" copy "%%f" "%BASE%\etc" >nul
rmdir /s /q "%BASE%\data\cache" 2>nul
echo %PORT%> "%BASE%\http-port"
set EXTRA_JAVA_OPTS=%EXTRA_JAVA_OPTS% "-Dquyche.data=%DATA%" -Dquyche.school=%SCHOOL% -Dquyche.http.port=%PORT% -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Ho_Chi_Minh
echo Starting the school in %DATA% ... when it is ready: http://127.0.0.1:%PORT%/   Ctrl-C stops it.
"%HOME_DIR%\bin\karaf.bat" server
exit /b %errorlevel%

:shell
call :settings
"%HOME_DIR%\bin\client.bat" -h 127.0.0.1 %REST%
exit /b %errorlevel%

:status
call :settings
set /p PORT=<"%BASE%\http-port"
powershell -NoProfile -Command "try { (Invoke-WebRequest -UseBasicParsing http://127.0.0.1:%PORT%/health/ready).Content } catch { 'not ready'; exit 4 }"
exit /b %errorlevel%

:stop
call :settings
"%HOME_DIR%\bin\stop.bat"
exit /b %errorlevel%
