package vn.quyche.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.quyche.core.screening.internal.model.SecrecyGuard;

/** How long the guard against markings of secrets takes per kilobyte of text, on the easiest and the hardest text. */
final class SecrecyBenchmark implements Benchmark {

    private static final int ROUNDS = Bench.setting("ROUNDS", 30);

    @Override
    public void run(Figures figures) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("prose without the word", "Nhà trường đề nghị các tổ nộp kế hoạch trước ngày 15.\n".repeat(4000));
        texts.put("the word in every line", "Đổi mật khẩu và bảo mật tài khoản của nhà trường.\n".repeat(4000));
        texts.put("one endless line of it", "không MẬT a ".repeat(16000));
        SecrecyGuard guard = new SecrecyGuard();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String micros = Figures.show(micros(guard, text.getKey(), text.getValue()), "µs/KB");
            figures.told("secrecy: " + text.getKey(), micros);
        }
    }

    /** The best round: what else the machine does only adds. */
    private static double micros(SecrecyGuard guard, String name, String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            if (guard.find(text).isPresent()) {
                throw new IllegalStateException("nothing is marked in " + name);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1000.0 / (text.length() / 1024.0);
    }
}
