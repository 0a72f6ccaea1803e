package vn.quyche.core.compliance.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions that duties, the calendar and the regulations take. */
@Component(service = PermissionSource.class)
public final class CompliancePermissions implements PermissionSource {

    /** Sees the duties of everybody. */
    public static final String DUTY_READ = "duty:read";
    /** Collects how many duties were done, for systems of the superior authority. */
    public static final String DUTY_COLLECT = "duty:collect";
    /** Excuses somebody from a duty. */
    public static final String DUTY_EXCUSE = "duty:excuse";
    /** Enters holidays. */
    public static final String DUTY_CALENDAR = "duty:calendar";
    /** Sees clauses and parameters. */
    public static final String REGULATION_READ = "regulation:read";
    /** Sees how each clause stands, with the evidence. */
    public static final String REGULATION_STANDING = "regulation:standing";
    /** Puts evidence together for somebody outside, and takes it away. */
    public static final String REGULATION_EVIDENCE = "regulation:evidence";
    /** Prepares drafts of the school's own regulations. */
    public static final String REGULATION_DRAFT = "regulation:draft";
    /** Sees everybody's opinions on regulations, answers and decides them. */
    public static final String REGULATION_FEEDBACK = "regulation:feedback";
    /** Plans trainings, and records who came to them. */
    public static final String REGULATION_TRAINING = "regulation:training";
    /** Approves the plan of trainings of a school year. */
    public static final String REGULATION_TRAINING_APPROVE = "regulation:training-approve";
    /** Sees who came to which training, and who never did. */
    public static final String REGULATION_TRAINING_RECORDS = "regulation:training-records";
    /** Decides regulations, and enters the values that the school decided for parameters. */
    public static final String REGULATION_EDIT = "regulation:edit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(DUTY_READ, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.of(DUTY_COLLECT, Role.SYSTEM_CLIENT, Role.INSPECTOR),
                Permission.of(DUTY_EXCUSE, Role.PRINCIPAL, Role.VICE_PRINCIPAL),
                Permission.of(DUTY_CALENDAR, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(
                        REGULATION_READ,
                        Role.ADMIN,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.UNIT_HEAD,
                        Role.STAFF,
                        Role.GUARD,
                        Role.INSPECTOR,
                        Role.SYSTEM_CLIENT),
                Permission.of(
                        REGULATION_STANDING, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.of(
                        REGULATION_EVIDENCE, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.of(REGULATION_DRAFT, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(REGULATION_FEEDBACK, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(REGULATION_TRAINING, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(REGULATION_TRAINING_APPROVE, Role.PRINCIPAL, Role.VICE_PRINCIPAL),
                Permission.of(
                        REGULATION_TRAINING_RECORDS,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.INSPECTOR),
                Permission.undelegable(REGULATION_EDIT, Role.PRINCIPAL));
    }
}
