@echo off
rem Starts the signing agent: with the Java in the folder beside it, else with that of this PC (17 or newer).
setlocal
set "JAVA=java"
if exist "%~dp0java\bin\java.exe" set "JAVA=%~dp0java\bin\java.exe"
"%JAVA%" -Xmx256m -Dfile.encoding=UTF-8 -jar "%~dp0agent.jar" %*
exit /b %ERRORLEVEL%
