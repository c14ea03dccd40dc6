"""Run the program: python -m cnes_partners."""

from cnes_partners.cli.app import main

if __name__ == "__main__":
    main()
