# What run.ps1 and test.ps1 share: a complete .venv. Windows PowerShell 5.1 and later; ASCII only, because 5.1 takes a
# file without a byte order mark for the local code page. The rules are those of setup.sh.
$ErrorActionPreference = 'Stop'
$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$Python = Join-Path $Venv 'Scripts\python.exe'
$Unfinished = Join-Path $Venv 'unfinished'
$Suits = 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 15))'

# Run a program silently and say whether it succeeded. The store's stand-in for Python fails here.
function Test-Program([string] $Program, [string[]] $Arguments) {
    $ErrorActionPreference = 'SilentlyContinue'
    if (-not (Get-Command $Program)) { return $false }
    & $Program @Arguments *> $null
    return $LASTEXITCODE -eq 0
}

function Invoke-Program([string] $Program, [string[]] $Arguments) {
    # Windows PowerShell takes a line on the error stream for a failure; the exit status tells.
    $ErrorActionPreference = 'Continue'
    & $Program @Arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "$Program failed with status $LASTEXITCODE." }
}

function Find-Python {
    $candidates = @(@('py', '-3.13'), @('py', '-3.12'), @('py', '-3.11'), @('py', '-3.14'), @('python'), @('python3'))
    if ($env:R2P_PYTHON) { $candidates = @(, @($env:R2P_PYTHON)) }
    foreach ($candidate in $candidates) {
        $flags = @($candidate | Select-Object -Skip 1)
        if (Test-Program $candidate[0] ($flags + @('-c', $Suits))) { return , $candidate }
    }
    throw 'Python 3.11 or newer is needed: https://www.python.org/downloads/, or: winget install Python.Python.3.12'
}

function Get-Lock([string] $Set) { Join-Path $Root "requirements\$Set.txt" }

# The folder and the lock that an environment was made from; compared at every start.
function Get-Stamp([string] $Set) { $Root + "`n" + [IO.File]::ReadAllText((Get-Lock $Set)) }

function Test-Installed([string] $Set) {
    $stamp = Join-Path $Venv "stamp-$Set"
    return (Test-Path $Python) -and (Test-Path $stamp) -and -not (Test-Path $Unfinished) -and
        ([IO.File]::ReadAllText($stamp) -ceq (Get-Stamp $Set))
}

function Test-Usable {
    return (Test-Path $Python) -and -not (Test-Path $Unfinished) -and
        (Test-Program $Python @('-c', $Suits)) -and (Test-Program $Python @('-m', 'pip', '--version'))
}

function Write-Stamp([string] $Set) { [IO.File]::WriteAllText((Join-Path $Venv "stamp-$Set"), (Get-Stamp $Set)) }

function Invoke-Pip([string[]] $Arguments) {
    Invoke-Program $Python (@('-m', 'pip', '--disable-pip-version-check', '--no-input', 'install') + $Arguments)
}

function Install-Environment([string] $Set) {
    if (Test-Installed $Set) { return }
    Write-Host 'Setting up .venv. This is done once and takes a few minutes on a slow line.'
    if (-not (Test-Usable)) {
        $base = Find-Python
        if (Test-Path $Venv) { Remove-Item -Recurse -Force $Venv }
        New-Item -ItemType Directory $Venv | Out-Null
        New-Item -ItemType File $Unfinished | Out-Null
        Invoke-Program $base[0] (@($base | Select-Object -Skip 1) + @('-m', 'venv', $Venv))
    }
    New-Item -ItemType File -Force $Unfinished | Out-Null
    Invoke-Pip @('--no-deps', '--require-hashes', '--only-binary', ':all:', '--requirement', (Get-Lock $Set))
    Write-Stamp 'run'
    if ($Set -eq 'dev') {
        Invoke-Pip @('--no-deps', '--no-build-isolation', '--editable', $Root)
        Write-Stamp 'dev'
    }
    Remove-Item $Unfinished
}
