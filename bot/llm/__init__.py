"""Language models behind an OpenAI-compatible endpoint, an extra that nothing needs: who is asked, and what it cost."""
