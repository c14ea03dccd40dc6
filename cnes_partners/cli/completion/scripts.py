"""What each shell needs to know: call the program with the words up to the cursor, and take its lines."""

from __future__ import annotations

from enum import StrEnum


class Shell(StrEnum):
    """The shells that the program completes in."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


_BASH = """\
# cnes-partners completion for bash
_cnes_partners() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == "<files>" ]]; then
            compopt -o default 2>/dev/null
        else
            [[ $line == *[!a-zA-Z0-9_.,=+-]* ]] && printf -v line %q "$line"
            COMPREPLY+=("$line")
        fi
    done < <(_CNES_PARTNERS_COMPLETE=bash "$1" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o nosort -F _cnes_partners cnes-partners 2>/dev/null || complete -F _cnes_partners cnes-partners
"""

_ZSH = """\
#compdef cnes-partners
# cnes-partners completion for zsh
_cnes_partners() {
    local line
    local -a lines values shown
    lines=("${(@f)$(_CNES_PARTNERS_COMPLETE=zsh "${words[1]}" "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    for line in $lines; do
        [[ $line == "<files>" ]] && { _files; return }
        values+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/  -- }")
    done
    (( $#values )) && compadd -U -l -d shown -a values
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _cnes_partners "$@"
else
    compdef _cnes_partners cnes-partners
fi
"""

_FISH = """\
# cnes-partners completion for fish
function __cnes_partners_complete
    set -l words (commandline -opc)
    set -l program $words[1]
    set -e words[1]
    set -l current (commandline -ct)
    for line in (env _CNES_PARTNERS_COMPLETE=fish $program $words "$current" 2>/dev/null)
        if test "$line" = "<files>"
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c cnes-partners -f -a "(__cnes_partners_complete)"
"""

_POWERSHELL = """\
# cnes-partners completion for PowerShell
Register-ArgumentCompleter -Native -CommandName cnes-partners -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $env:_CNES_PARTNERS_COMPLETE = "powershell:$wordToComplete"
    try {
        $lines = & $commandAst.CommandElements[0].Extent.Text @words 2>$null
        $lines | Where-Object { $_ -and $_ -ne '<files>' } | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            if (-not $help) { $help = $value }
            if ($value -match '[^\\w.,=+-]') { $value = "'" + $value.Replace("'", "''") + "'" }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
        }
    } finally {
        Remove-Item Env:_CNES_PARTNERS_COMPLETE
    }
}
"""

SCRIPTS: dict[Shell, str] = {
    Shell.BASH: _BASH,
    Shell.ZSH: _ZSH,
    Shell.FISH: _FISH,
    Shell.POWERSHELL: _POWERSHELL,
}
