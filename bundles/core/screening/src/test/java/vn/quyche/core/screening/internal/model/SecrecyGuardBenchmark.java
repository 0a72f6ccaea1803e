package vn.quyche.core.screening.internal.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long the guard takes per kilobyte of text; to be run by hand, for figures that are no test. */
final class SecrecyGuardBenchmark {

    private static final int ROUNDS = 30;

    private SecrecyGuardBenchmark() {}

    public static void main(String[] arguments) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("prose without the word", "Nhà trường đề nghị các tổ nộp kế hoạch trước ngày 15.\n".repeat(4000));
        texts.put("the word in every line", "Đổi mật khẩu và bảo mật tài khoản của nhà trường.\n".repeat(4000));
        texts.put("one endless line of it", "không MẬT a ".repeat(16000));
        SecrecyGuard guard = new SecrecyGuard();
        texts.forEach((name, text) -> {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                if (guard.find(text).isPresent()) {
                    throw new IllegalStateException("nothing is marked in " + name);
                }
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf("%-24s %8.1f µs/KB%n", name, best / 1000.0 / (text.length() / 1024.0));
        });
    }
}
