package vn.quyche.group.api.members;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;

/** Groups that lack a leader or an administrator. Clause TB.5. */
@ProviderType
public interface Vacancies {

    /** What is vacant in groups that the caller may see, in the order of {@link Groups#list}. */
    Page<Vacancy> list(Caller caller, Optional<String> text, PageRequest page);

    /** Which of groups that the caller was shown lack somebody, by id. */
    Set<String> among(Caller caller, Collection<MessagingGroup> groups);

    /** What is vacant in one group. */
    List<Vacancy> of(Caller caller, String groupId);
}
