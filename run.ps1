# Opens the window on Windows, setting up first what it needs. Arguments go to the program.
# If scripts are not allowed to run:  powershell -ExecutionPolicy Bypass -File run.ps1
. (Join-Path $PSScriptRoot 'scripts\setup.ps1')

Install-Environment 'run'
$env:PYTHONPATH = $PSScriptRoot
& $Python -P -m r2p_app @args
exit $LASTEXITCODE
