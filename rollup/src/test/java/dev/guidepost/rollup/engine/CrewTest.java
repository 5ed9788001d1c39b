package dev.guidepost.rollup.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrewTest {

  private static void pause(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void eachTaskIsDoneOnce() {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    List<Object> workers =
        new Crew(pool, 4, 1).run(1_000, Object::new, (worker, task) -> assertTrue(done.add(task)));
    pool.shutdown();
    assertEquals(1_000, done.size());
    assertTrue(!workers.isEmpty() && workers.size() <= 4, workers.toString());
    assertEquals(List.of(), Crew.ALONE.run(0, Object::new, (worker, task) -> {}));
  }

  @Test
  void thingsAreTakenInRuns() {
    List<String> runs = new ArrayList<>();
    new Crew(Runnable::run, 1, 4)
        .through(10, Object::new, (worker, from, to) -> runs.add(from + "-" + to));
    assertEquals(List.of("0-4", "4-8", "8-10"), runs);
  }

  /** The caller waits for a helper at work; its failure is that of the caller. */
  @Test
  void aHelpersFailureIsTheCallers() {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CountDownLatch helping = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    Crew crew = new Crew(pool, 2, 1);
    assertEquals(
        "broken",
        assertThrows(
                AssertionError.class,
                () ->
                    crew.run(
                        1_000_000_000,
                        Object::new,
                        (worker, task) -> {
                          if (Thread.currentThread() != caller) {
                            helping.countDown();
                            throw new AssertionError("broken");
                          }
                          pause(helping);
                        }))
            .getMessage());
    pool.shutdown();
  }

  /** Other languages throw checked exceptions undeclared. */
  @Test
  void aCheckedExceptionEndsTheWorkToo() {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CountDownLatch helping = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    assertThrows(
        IOException.class,
        () ->
            new Crew(pool, 2, 1)
                .run(
                    1_000_000_000,
                    Object::new,
                    (worker, task) -> {
                      if (Thread.currentThread() != caller) {
                        helping.countDown();
                        CrewTest.<RuntimeException>throwUndeclared(new IOException("broken"));
                      }
                      pause(helping);
                    }));
    pool.shutdown();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwUndeclared(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void moreThreadsThanMakeSenseAreTheMost() {
    assertEquals(Crew.MOST, new Crew(Runnable::run, Integer.MAX_VALUE, 1).threads());
  }

  @Test
  void anInterruptedCallerWaitsAndStaysInterrupted() {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CountDownLatch helping = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    List<Integer> done = new ArrayList<>();
    new Crew(pool, 2, 1)
        .run(
            2,
            Object::new,
            (worker, task) -> {
              if (Thread.currentThread() == caller) {
                pause(helping);
                caller.interrupt();
                interrupted.countDown();
              } else {
                helping.countDown();
                pause(interrupted);
                synchronized (done) {
                  done.add(task);
                }
              }
            });
    assertTrue(Thread.interrupted());
    assertEquals(1, done.size());
    pool.shutdown();
  }

  @Test
  void anExecutorThatFailsFailsTheWork() {
    Crew crew =
        new Crew(
            helper -> {
              throw new IllegalStateException("no pool");
            },
            2,
            1);
    List<Integer> done = new ArrayList<>();
    assertEquals(
        "no pool",
        assertThrows(
                IllegalStateException.class,
                () -> crew.run(5, Object::new, (worker, task) -> done.add(task)))
            .getMessage());
    assertEquals(List.of(), done);
  }
}
