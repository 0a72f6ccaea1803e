package vn.quyche.core.document.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions of the document service. */
@Component
public final class DocumentPermissions implements PermissionSource {

    /** Bring files; what becomes of them is for the domains to say. */
    public static final String UPLOAD = "document:upload";
    /** Verify the stored contents. */
    public static final String OPERATE = "document:operate";
    /** See all documents and registers. */
    public static final String READ = "document:read";
    /** Draft documents, comment on them and submit them. */
    public static final String DRAFT = "document:draft";
    /** Approve documents, send them back, recall and give them up. */
    public static final String APPROVE = "document:approve";
    /** Number documents, record signatures, issue, register and route them: the records clerk. */
    public static final String REGISTER = "document:register";
    /** Give an opinion on incoming documents and say who handles them: the principal. */
    public static final String DIRECT = "document:direct";
    /** Give digitally signed files back to the register. */
    public static final String SIGN = "document:sign";
    /** Open registers and decide on their series of numbers: the head. */
    public static final String BOOKS = "document:books";

    /** Who holds one of them sees all outgoing documents. */
    static final List<String> SEES_OUTGOING = List.of(READ, REGISTER, APPROVE);
    /** Who holds one of them sees all incoming documents. */
    static final List<String> SEES_INCOMING = List.of(READ, REGISTER, DIRECT);

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.undelegable(
                        UPLOAD,
                        Role.ADMIN,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.UNIT_HEAD,
                        Role.STAFF,
                        Role.GUARD),
                Permission.undelegable(OPERATE, Role.ADMIN),
                Permission.of(READ, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.of(
                        DRAFT, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.UNIT_HEAD, Role.STAFF),
                Permission.of(APPROVE, Role.PRINCIPAL, Role.VICE_PRINCIPAL),
                Permission.of(REGISTER, Role.RECORDS_CLERK),
                Permission.of(DIRECT, Role.PRINCIPAL, Role.VICE_PRINCIPAL),
                Permission.of(SIGN, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(BOOKS, Role.PRINCIPAL));
    }
}
