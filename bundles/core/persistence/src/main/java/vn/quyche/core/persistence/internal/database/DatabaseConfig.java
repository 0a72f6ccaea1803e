package vn.quyche.core.persistence.internal.database;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which database holds everything. A change moves the running platform to the other one; data is not copied. */
@ObjectClassDefinition(id = DatabaseConfig.PID, name = "Quyche: cơ sở dữ liệu")
public @interface DatabaseConfig {

    /** The PID. */
    String PID = "vn.quyche.core.persistence";

    @AttributeDefinition(
            name = "URL",
            description = "jdbc:derby:<thư mục>;create=true hoặc jdbc:postgresql://<máy>:<cổng>/<tên>;"
                    + " ${quyche.data} là thư mục dữ liệu")
    String url() default "jdbc:derby:${quyche.data}/db;create=true";

    @AttributeDefinition(name = "Tài khoản", required = false)
    String user() default "";

    @AttributeDefinition(name = "Mật khẩu", type = AttributeType.PASSWORD, required = false)
    String password() default "";

    @AttributeDefinition(name = "Số kết nối nhiều nhất", min = "4")
    int maxPoolSize() default 16;
}
