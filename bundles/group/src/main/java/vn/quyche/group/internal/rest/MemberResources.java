package vn.quyche.group.internal.rest;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.MessageKinds;
import vn.quyche.group.api.members.PlatformAccounts;
import vn.quyche.group.api.members.PostingRights;
import vn.quyche.group.api.members.Vacancies;

/** The resources around the members of groups; opened by {@link GroupRestDoor}. */
@Component(service = MemberResources.class)
public final class MemberResources {

    private final List<Object> all;

    @Activate
    public MemberResources(
            @Reference Declarations declarations,
            @Reference Vacancies vacancies,
            @Reference PlatformAccounts accounts,
            @Reference GroupDelegations delegations,
            @Reference MessageKinds kinds,
            @Reference PostingRights posting,
            @Reference Attachments attachments,
            @Reference Clock clock) {
        all = List.of(
                new DeclarationResource(declarations, attachments),
                new AttestationResource(declarations, vacancies),
                new AccountResource(accounts),
                new HandingResource(delegations),
                new MessageKindResource(kinds),
                new PostingResource(posting, clock));
    }

    List<Object> all() {
        return all;
    }
}
