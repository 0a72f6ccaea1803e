package vn.quyche.core.directory.internal.service;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.directory.internal.model.EmployedTime;
import vn.quyche.core.directory.internal.model.HeldPost;
import vn.quyche.core.directory.internal.model.PersonFile;
import vn.quyche.core.directory.internal.model.UnitMember;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;

/** Ends what a person does at the school: employment, posts and memberships, all on one day. */
@Component(service = Departures.class)
public class Departures {

    private final JpaDirectoryStore store;

    @Activate
    public Departures(@Reference JpaDirectoryStore store) {
        this.store = store;
    }

    /** Ends everything that would last longer; what was to begin later never begins. */
    void end(PersonFile file, LocalDate lastDay) {
        for (EmployedTime employment : file.employments()) {
            if (employment.span().lastsAfter(lastDay)
                    && !employment.span().from().isAfter(lastDay)) {
                store.save(new EmployedTime(
                        employment.id(), file.id(), employment.span().endingOn(lastDay)));
            }
        }
        for (HeldPost post : file.posts()) {
            if (post.span().from().isAfter(lastDay)) {
                store.remove(post);
            } else if (post.span().lastsAfter(lastDay)) {
                store.save(post.endingOn(lastDay));
            }
        }
        for (UnitMember member : file.members()) {
            if (member.span().from().isAfter(lastDay)) {
                store.remove(member);
            } else if (member.span().lastsAfter(lastDay)) {
                store.save(member.endingOn(lastDay));
            }
        }
    }
}
