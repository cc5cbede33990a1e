"""What may be set from outside: environment variables that start with `BOT_`, and those the platforms name themselves.

Options of the command line override.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.llm.asking import Asking
from bot.llm.endpoint import Endpoint
from bot.locales import DEFAULT, UnknownLanguage, language


class Settings(BaseSettings):
    """Read anew each time it is made; a variable that is empty counts as not set."""

    model_config = SettingsConfigDict(env_prefix="BOT_", env_ignore_empty=True, populate_by_name=True)

    db: Path = Field(default=Path("data/facts.db"), description="the fact store")
    state: Path = Field(default=Path("data/state.db"), description="what people did and set")
    state_url: SecretStr | None = Field(
        default=None, description="a PostgreSQL database for that instead, shared by several machines: postgresql://…"
    )
    seeds: Path = Field(default=Path("seeds"), description="the folder of articles")
    reload_share: float = Field(
        default=0.8, ge=0, le=1, description="how much of the facts that are served a new store must hold to be taken"
    )
    smoke_questions: Path | None = Field(default=None, description="a file of questions that a new store must answer")
    answer_seconds: float = Field(default=10.0, gt=0, le=600, description="how long an answer in a chat may take")
    locale: str = Field(default=DEFAULT, description="the language of dates, sums and numbers where none was chosen")
    feedback_days: int = Field(default=365, ge=1, le=36_500, description="how long feedback is kept")
    person_a_minute: int = Field(default=1500, ge=0, description="how many questions a person may ask a minute")
    channel_a_minute: int = Field(default=1500, ge=0, description="how many questions a channel may ask a minute")
    log_form: Literal["text", "json"] = Field(default="text", description="how the log is written")
    metrics_listen: str | None = Field(
        default=None,
        pattern=r"^(\S+:)?\d{1,5}$",
        description="port, or address and port, of /metrics and /healthz",
    )

    slack_bot_token: SecretStr | None = Field(
        default=None, validation_alias="SLACK_BOT_TOKEN", description="the Slack app's bot token, xoxb-…"
    )
    slack_app_token: SecretStr | None = Field(
        default=None, validation_alias="SLACK_APP_TOKEN", description="its app-level token for Socket Mode, xapp-…"
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None, validation_alias="SLACK_SIGNING_SECRET", description="its signing secret, for HTTP mode"
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/", validation_alias="SLACK_API_URL", description="base of the Slack Web API"
    )
    slack_prefix: str | None = Field(default=None, description="what stands before the names of Slack's commands")
    slack_admins: str | None = Field(default=None, description="ids of Slack users with the rights of administrators")
    slack_listen: str = Field(default="127.0.0.1:3000", description="address that Slack's HTTP mode listens on")

    discord_token: SecretStr | None = Field(
        default=None, validation_alias="DISCORD_TOKEN", description="the Discord bot's token"
    )
    discord_api_url: str = Field(
        default="https://discord.com/api/v10/", validation_alias="DISCORD_API_URL", description="base of Discord's API"
    )
    discord_style: Literal["components", "embeds", "plain"] = Field(
        default="components", description="how answers look in Discord"
    )
    discord_private: bool = Field(
        default=False, description="whether answers to Discord's slash commands are seen by the asker alone"
    )
    discord_sharded: bool = Field(default=False, description="whether Discord is served over several connections")
    discord_admins: str | None = Field(
        default=None, description="ids of Discord users with the rights of administrators"
    )

    llm_url: str = Field(
        default="http://127.0.0.1:11434/v1",
        pattern=r"^https?://\S+$",
        description="base of an OpenAI-compatible API, such as that of Ollama, vLLM or DashScope",
    )
    llm_model: str | None = Field(default=None, description="the language model that is asked there")
    llm_api_key: SecretStr | None = Field(default=None, description="the key of that endpoint, where it wants one")
    llm_extraction: Literal["off", "alone", "beside"] = Field(
        default="off", description="whether the model reads articles: instead of the rules, or beside them"
    )
    llm_answers: bool = Field(default=False, description="whether the model words answers to free questions")
    llm_form: Literal["tool", "schema", "prompt"] = Field(
        default="tool", description="how the endpoint is asked for an answer in a form"
    )
    llm_seconds: float = Field(default=60.0, gt=0, le=3600, description="how long one request to it may take")
    llm_steps: int = Field(default=6, ge=1, le=50, description="how many requests one answer may take")
    llm_tokens: int = Field(default=40_000, ge=1_000, description="how many tokens one answer may take")
    llm_input_price: float = Field(default=0.0, ge=0, description="price of a million tokens that are sent to it")
    llm_output_price: float = Field(default=0.0, ge=0, description="price of a million tokens that it writes")
    llm_cache: Path = Field(default=Path("data/llm"), description="the folder where what it said of articles is kept")

    inbox: Path = Field(default=Path("data/inbox"), description="where articles that come in are written")
    feeds: Path = Field(default=Path("data/feeds.toml"), description="the file that names the feeds to read")
    fetch_ports: str | None = Field(
        default=None,
        pattern=r"^\s*\d{1,5}(\s*,\s*\d{1,5})*\s*$",
        description="ports beside 80 and 443 that may be fetched from, with commas between",
    )

    @field_validator("locale")
    @classmethod
    def _known(cls, text: str) -> str:
        try:
            return language(text)
        except UnknownLanguage as error:
            raise PydanticCustomError("language", "{told}", {"told": str(error)}) from None

    @field_validator("llm_extraction", "llm_answers")
    @classmethod
    def _of_a_model(cls, wish: str | bool, info: ValidationInfo) -> str | bool:
        if wish not in ("off", False) and not info.data.get("llm_model"):
            raise PydanticCustomError("model", "needs BOT_LLM_MODEL to name the model that is to be asked")
        return wish

    @field_validator("state_url")
    @classmethod
    def _of_postgresql(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not url.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise PydanticCustomError("address", "has to begin with postgresql://")
        return url

    @property
    def state_place(self) -> Path | str:
        """Where what people did and set is kept: a file, or the address of a database."""
        return self.state if self.state_url is None else self.state_url.get_secret_value()

    @property
    def endpoint(self) -> Endpoint:
        """The language model that may be asked; its key stays in the environment."""
        return Endpoint(
            self.llm_url,
            self.llm_model or "",
            self.llm_seconds,
            self.llm_form,
            self.llm_input_price,
            self.llm_output_price,
        )

    @property
    def asking(self) -> Asking | None:
        """How that model is asked about articles; None where it is not."""
        if self.llm_extraction == "off":
            return None
        return Asking(self.endpoint, self.llm_extraction, self.llm_cache)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where a build finds its articles: the seeds, and what was saved beside them, where there is any."""
        return (self.seeds, *(folder for folder in (self.inbox,) if folder.is_dir()))


def variable(name: str) -> str:
    """The environment variable of a field."""
    alias = Settings.model_fields[name].validation_alias
    return alias if isinstance(alias, str) else f"BOT_{name.upper()}"
