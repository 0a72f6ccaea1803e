package vn.quyche.core.web.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.security.shell.QuycheCommand;

/** Has a job run now. */
@Service
@Command(scope = "platform", name = "job-run", description = "Chạy ngay một việc nền, không đợi đến giờ của nó")
public final class JobRunCommand extends QuycheCommand {

    @Reference
    private Jobs jobs;

    @Argument(name = "job", description = "Tên trong platform:jobs", required = true)
    @Completion(JobCompleter.class)
    private String job;

    @Override
    protected void run() {
        jobs.run(caller(), job);
        say("Đang chạy " + job + "; kết quả ở platform:jobs");
    }
}
