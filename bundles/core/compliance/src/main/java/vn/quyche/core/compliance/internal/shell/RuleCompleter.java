package vn.quyche.core.compliance.internal.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.RuleQuery;
import vn.quyche.core.compliance.internal.model.RuleView;
import vn.quyche.core.compliance.internal.service.RecurringRules;
import vn.quyche.core.security.shell.QuycheCompleter;

/** Ids of recurring rules. */
@Service
public final class RuleCompleter extends QuycheCompleter {

    @Reference
    private RecurringRules rules;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return rules.list(caller, RuleQuery.ALL, PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .map(RuleView::id);
    }
}
