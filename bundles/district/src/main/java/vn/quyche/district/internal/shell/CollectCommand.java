package vn.quyche.district.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.Schools;

/** Starts or cancels a collection of the schools' lists. */
@Service
@Command(scope = "district", name = "collect", description = "Lấy danh sách nhóm của các trường")
public final class CollectCommand extends QuycheCommand {

    @Argument(name = "school", description = "Mã trường; bỏ trống: mọi trường")
    @Completion(SchoolCompleter.class)
    private String school;

    @Option(name = "--cancel", description = "Dừng lần lấy có mã này")
    private String cancel;

    @Reference
    private ListCollections collections;

    @Reference
    private Schools schools;

    @Override
    protected void run() {
        if (cancel != null) {
            collections.cancel(caller(), cancel);
            say(text("district.collection-cancelled"));
            return;
        }
        Optional<String> id = Optional.ofNullable(school)
                .map(code -> schools.byCode(caller(), code))
                .map(DistrictSchool::id);
        say(text("district.collection-started-as", collections.start(caller(), id)));
    }
}
