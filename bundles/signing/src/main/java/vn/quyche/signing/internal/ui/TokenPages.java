package vn.quyche.signing.internal.ui;

import java.time.Clock;
import java.util.List;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.Tokens;

/** What the domain shows of signing tokens: the register, hand-overs, losses, uses, and one's own tokens at home. */
final class TokenPages {

    private static final String HOLD = "signing:hold";
    private static final String TOKENS = "signing:tokens";
    private static final String KEEP = "signing:keep-tokens";
    private static final String GRANT = "signing:grant-scope";
    private static final String TOKEN = "/signing/tokens/{id}";
    private static final String HAND_OVER = "/signing/hand-overs/{id}";
    private static final String CASE = "/signing/token-cases/{id}";

    private final TokenRegisterPages register;
    private final HandOverPages handOvers;
    private final TokenCasePages cases;

    TokenPages(
            Tokens tokens,
            TokenCustody custody,
            TokenCases cases,
            SignedThings things,
            Printer printer,
            Messages messages,
            Clock clock) {
        this.register = new TokenRegisterPages(tokens, custody, cases, things, messages, clock);
        this.handOvers = new HandOverPages(custody, tokens, printer, messages);
        this.cases = new TokenCasePages(cases, tokens, things, messages);
    }

    List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.DOCUMENTS, 60, "/signing/tokens", "token.nav.tokens", "key", HOLD));
    }

    List<UiPage> pages() {
        return List.of(
                UiPage.of("/signing/tokens", HOLD, register::list),
                UiPage.of("/signing/tokens.csv", HOLD, register::export),
                UiPage.of("/signing/tokens/lacking", TOKENS, register::lacking),
                UiPage.form("/signing/tokens/new", KEEP, register::compose, register::register),
                UiPage.of(TOKEN, HOLD, register::detail),
                UiPage.form(TOKEN + "/edit", KEEP, register::editForm, register::change),
                UiPage.form(TOKEN + "/renew", KEEP, register::renewForm, register::renew),
                UiPage.form(TOKEN + "/mark", KEEP, register::markForm, register::mark),
                UiPage.action(TOKEN + "/confirm", HOLD, register::detail, register::confirm),
                UiPage.form(TOKEN + "/scope", GRANT, register::scopeForm, register::grant),
                UiPage.form(TOKEN + "/scopes/{scope}/end", GRANT, register::endScopeForm, register::endScope),
                UiPage.of("/signing/token-uses", HOLD, register::uses),
                UiPage.of("/signing/token-uses.csv", HOLD, register::exportUses),
                UiPage.form(TOKEN + "/hand-over", HOLD, handOvers::compose, handOvers::propose),
                UiPage.of("/signing/hand-overs", HOLD, handOvers::list),
                UiPage.of("/signing/hand-overs.csv", HOLD, handOvers::export),
                UiPage.of(HAND_OVER, HOLD, handOvers::detail),
                UiPage.action(HAND_OVER + "/confirm", HOLD, handOvers::detail, handOvers::confirm),
                UiPage.form(HAND_OVER + "/cancel", HOLD, handOvers::cancelForm, handOvers::cancel),
                UiPage.of(HAND_OVER + "/minutes.pdf", HOLD, handOvers::minutes),
                UiPage.form(TOKEN + "/report", HOLD, cases::compose, cases::report),
                UiPage.of("/signing/token-cases", HOLD, cases::list),
                UiPage.of("/signing/token-cases.csv", HOLD, cases::export),
                UiPage.of(CASE, HOLD, cases::detail),
                UiPage.of(CASE + "/signed.csv", HOLD, cases::exportSigned),
                UiPage.form(CASE + "/step", KEEP, cases::stepForm, cases::step),
                UiPage.form(CASE + "/close", KEEP, cases::closeForm, cases::close));
    }

    List<HomeCard> cards() {
        return List.of(new HomeCard("tokens", 40, HOLD, register::card));
    }
}
