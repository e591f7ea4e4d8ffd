# Runs every test on Windows, setting up first what it needs. Arguments go to pytest.
# If scripts are not allowed to run:  powershell -ExecutionPolicy Bypass -File test.ps1
. (Join-Path $PSScriptRoot 'scripts\setup.ps1')

Install-Environment 'dev'
if (-not $env:QT_QPA_PLATFORM) { $env:QT_QPA_PLATFORM = 'offscreen' }
Set-Location $PSScriptRoot
& $Python -m pytest --numprocesses auto --maxprocesses 4 --dist loadgroup @args
exit $LASTEXITCODE
