"""Completion in bash, zsh, fish and PowerShell, without the framework: a TAB must not cost its start-up."""
