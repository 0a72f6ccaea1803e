package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.MessageKinds;
import vn.quyche.group.api.members.PlatformAccounts;
import vn.quyche.group.api.members.PostingRights;
import vn.quyche.group.api.members.Vacancies;

/** The pages around the members of groups; shown by {@link GroupUi}. */
@Component(service = MemberPages.class)
public final class MemberPages {

    private static final String RECEIVE = "group:receive";

    private final DeclarationPages declarations;
    private final AttestationPages attestations;
    private final AccountPages accounts;
    private final HandingPages handings;
    private final PostingPages posting;
    private final GroupFlags flags;
    private final MessageKinds kinds;

    @Activate
    public MemberPages(
            @Reference Declarations declarations,
            @Reference Vacancies vacancies,
            @Reference PlatformAccounts accounts,
            @Reference GroupDelegations delegations,
            @Reference MessageKinds kinds,
            @Reference PostingRights posting,
            @Reference Groups groups,
            @Reference Attachments attachments,
            @Reference Messages messages,
            @Reference Clock clock) {
        this.declarations = new DeclarationPages(declarations, groups, attachments, messages);
        this.attestations = new AttestationPages(declarations, vacancies, messages);
        this.accounts = new AccountPages(accounts, messages);
        this.handings = new HandingPages(delegations, kinds, groups, messages, clock);
        this.posting = new PostingPages(posting, groups, messages, clock);
        this.flags = new GroupFlags(declarations, vacancies);
        this.kinds = kinds;
    }

    /** What other pages flag of groups. */
    GroupFlags flags() {
        return flags;
    }

    /** What directives are about. */
    MessageKinds kinds() {
        return kinds;
    }

    /** Who may post in groups. */
    PostingPages posting() {
        return posting;
    }

    List<NavEntry> nav() {
        return List.of(
                new NavEntry(
                        NavEntry.Section.GROUPS,
                        40,
                        "/group/attestations",
                        "group.nav.members",
                        "person-lines-fill",
                        RECEIVE),
                new NavEntry(NavEntry.Section.GROUPS, 45, "/group/account", "group.nav.account", "phone", RECEIVE));
    }

    List<UiPage> pages() {
        return List.of(
                UiPage.form("/group/groups/{id}/declare", RECEIVE, declarations::compose, declarations::declare),
                UiPage.of("/group/declarations", RECEIVE, declarations::list),
                UiPage.of("/group/declarations.csv", RECEIVE, declarations::export),
                UiPage.of("/group/declarations/{id}", RECEIVE, declarations::detail),
                UiPage.of("/group/declarations/{id}/lines.csv", RECEIVE, declarations::exportLines),
                UiPage.action("/group/declarations/{id}/settle", RECEIVE, declarations::detail, declarations::settle),
                UiPage.form(
                        "/group/declarations/{id}/lines/{place}",
                        RECEIVE,
                        declarations::lineForm,
                        declarations::settleLine),
                UiPage.action("/group/declarations/{id}/confirm", RECEIVE, declarations::detail, declarations::confirm),
                UiPage.action("/group/declarations/{id}/discard", RECEIVE, declarations::detail, declarations::discard),
                UiPage.action("/group/declarations/{id}/done", RECEIVE, declarations::detail, declarations::done),
                UiPage.of("/group/attestations", RECEIVE, attestations::list),
                UiPage.of("/group/attestations.csv", RECEIVE, attestations::export),
                UiPage.of("/group/vacancies", RECEIVE, attestations::vacancies),
                UiPage.of("/group/vacancies.csv", RECEIVE, attestations::exportVacancies),
                UiPage.form("/group/account", RECEIVE, accounts::mine, accounts::give),
                UiPage.of("/group/accounts", RECEIVE, accounts::list),
                UiPage.of("/group/accounts.csv", RECEIVE, accounts::export),
                UiPage.action("/group/accounts/verify", RECEIVE, accounts::list, accounts::verify),
                UiPage.of("/group/handed", RECEIVE, handings::list),
                UiPage.of("/group/handed.csv", RECEIVE, handings::export),
                UiPage.form("/group/groups/{id}/hand", RECEIVE, handings::compose, handings::hand),
                UiPage.form("/group/handed/{id}/end", RECEIVE, handings::endForm, handings::end),
                UiPage.form("/group/groups/{id}/purposes", RECEIVE, handings::purposes, handings::allow),
                UiPage.form("/group/groups/{id}/posting", "", posting::show, posting::say),
                UiPage.of("/group/groups/{id}/posting.csv", "", posting::export),
                UiPage.of("/group/groups/{id}/suspensions", "", posting::suspensions),
                UiPage.of("/group/groups/{id}/suspensions.csv", "", posting::exportSuspensions),
                UiPage.form(
                        "/group/groups/{id}/suspensions/{suspension}/return",
                        RECEIVE,
                        posting::returnForm,
                        posting::giveBack));
    }
}
